/**
 * What the tier does in Redis, each in one step that nothing comes between.
 *
 * SEQUENCE is `ERA N`: N counts invalidations, and ERA is another after the server has lost the
 * count, so that nothing of before it is taken for current. A mark is the N of its last
 * invalidation; those of tags and namespaces must be there for an entry to be current, since a
 * server that is full may have thrown them out. An entry is a hash: `era`, `at` (N when its value
 * was asked for), `marks`, `grace`, `made` and, unless it stands for nothing, `body`.
 */
import { redisScript } from './redis-server.ts';

const readSequence = `
local sequence = redis.call('GET', KEYS[1])
local era, at
if sequence then era, at = string.match(sequence, '^(%S+) (%d+)$') end
`;

/** Whether \`at\` of \`era\` is before an invalidation of any of \`marks\`. */
const isBroken = `
local function isBroken(marks, markPrefix, since)
  for _, mark in ipairs(marks) do
    local raised = redis.call('GET', markPrefix .. mark)
    if raised then
      if tonumber(raised) > since then return true end
    elseif string.sub(mark, 1, 2) ~= 'k:' then
      return true
    end
  end
  return false
end
`;

/**
 * KEYS: sequence, entry. ARGV: a new era, the prefix of marks, how long marks are kept, marks.
 * Returns the lease and, of an entry, body or nil, what is left of it, grace, made, marks.
 */
export const getScript = redisScript(`${readSequence}${isBroken}
if not sequence then
  era, at = ARGV[1], '0'
  -- A server that is full refuses; the lease is then of no use, and that is all.
  redis.pcall('SET', KEYS[1], era .. ' 0')
end
local lease = era .. ' ' .. at
local found = redis.call('HMGET', KEYS[2], 'body', 'era', 'at', 'marks', 'grace', 'made')
if found[2] then
  local marks = cmsgpack.unpack(found[4])
  if found[2] == era and not isBroken(marks, ARGV[2], tonumber(found[3])) then
    return { lease, found[1], redis.call('PTTL', KEYS[2]), found[5], found[6], marks }
  end
  redis.call('UNLINK', KEYS[2])
end
for index = 4, #ARGV do
  local mark = ARGV[2] .. ARGV[index]
  if string.sub(ARGV[index], 1, 2) ~= 'k:'
    and redis.call('PEXPIRE', mark, ARGV[3]) == 0 then
    redis.pcall('SET', mark, at, 'PX', ARGV[3])
  end
end
return { lease }
`);

/**
 * KEYS: sequence, entry. ARGV: lease's era, lease's N, the prefix of marks, for how long, grace,
 * made, 1 with a body, the body, marks. Returns 1 when it was stored.
 */
export const setScript = redisScript(`${readSequence}${isBroken}
if era ~= ARGV[1] then return 0 end
local marks = {}
for index = 9, #ARGV do marks[index - 8] = ARGV[index] end
if isBroken(marks, ARGV[3], tonumber(ARGV[2])) then return 0 end
redis.call('UNLINK', KEYS[2])
redis.call('HSET', KEYS[2], 'era', era, 'at', ARGV[2], 'marks', cmsgpack.pack(marks),
  'grace', ARGV[5], 'made', ARGV[6])
if ARGV[7] == '1' then redis.call('HSET', KEYS[2], 'body', ARGV[8]) end
redis.call('PEXPIRE', KEYS[2], ARGV[4])
return 1
`);

/**
 * KEYS: sequence, mark, entry if it is about one. ARGV: a new era, how long the mark is kept, the
 * channel, what to tell there.
 */
export const invalidateScript = redisScript(`${readSequence}
if not sequence then era, at = ARGV[1], '0' end
at = string.format('%.0f', tonumber(at) + 1)
redis.call('SET', KEYS[1], era .. ' ' .. at)
redis.call('SET', KEYS[2], at, 'PX', ARGV[2])
if KEYS[3] then redis.call('UNLINK', KEYS[3]) end
redis.call('PUBLISH', ARGV[3], era .. ' ' .. at .. ' ' .. ARGV[4])
return 1
`);

/** KEYS: lock. ARGV: token, and for how long. Returns 1 when it was ours still. */
export const renewLockScript = redisScript(`
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('PEXPIRE', KEYS[1], ARGV[2])
`);

/** KEYS: lock. ARGV: token. */
export const releaseLockScript = redisScript(`
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('UNLINK', KEYS[1])
`);
