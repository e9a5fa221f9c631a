/**
 * The tables of the tier. They are unlogged: a cache need not survive a crash of the server, and what
 * makes entries out of date is lost with the entries, never without them.
 */
export const schemaStatements: readonly string[] = [
  'create sequence if not exists isopod_cache_sequence',
  // A sequence that was never asked says the number that it will say first.
  "select nextval('isopod_cache_sequence')",
  `create unlogged table if not exists isopod_cache_entries (
    key text primary key,
    -- What the sequence had come to when the value was asked for.
    sequence bigint not null,
    marks text[] not null,
    -- Null where it stands for nothing.
    body bytea,
    made_in_ms double precision not null,
    fresh_until timestamptz not null,
    kept_until timestamptz not null
  )`,
  'create index if not exists isopod_cache_entries_kept_until on isopod_cache_entries (kept_until)',
  `create unlogged table if not exists isopod_cache_marks (
    mark text primary key,
    sequence bigint not null,
    kept_until timestamptz not null
  )`,
];

/** Of the advisory lock under which one coordinator at a time makes the tables. */
export const schemaLockId = 4_919_202_601;

/** $1 key. One row, also where there is no entry, for the lease. */
export const getStatement = `
select (select last_value from isopod_cache_sequence)::text as lease,
  entry.key is not null as is_there,
  entry.body,
  entry.made_in_ms,
  entry.marks,
  extract(epoch from entry.fresh_until - clock_timestamp()) * 1000 as fresh_for_ms,
  extract(epoch from entry.kept_until - clock_timestamp()) * 1000 as kept_for_ms
from (select 1) as one
left join isopod_cache_entries as entry
  on entry.key = $1 and entry.kept_until > clock_timestamp() and not exists (
    select from isopod_cache_marks as mark
    where mark.mark = any(entry.marks) and mark.sequence > entry.sequence)`;

/** $1 key, $2 lease, $3 marks, $4 body, $5 made in, $6 fresh for, $7 kept for, all times in ms. */
export const setStatement = `
insert into isopod_cache_entries
select $1, $2::bigint, $3::text[], $4::bytea, $5::float8,
  clock_timestamp() + $6::float8 * interval '1 ms',
  clock_timestamp() + $7::float8 * interval '1 ms'
where not exists (
  select from isopod_cache_marks as mark
  where mark.mark = any($3::text[]) and mark.sequence > $2::bigint)
on conflict (key) do update set
  sequence = excluded.sequence, marks = excluded.marks, body = excluded.body,
  made_in_ms = excluded.made_in_ms, fresh_until = excluded.fresh_until,
  kept_until = excluded.kept_until
where isopod_cache_entries.sequence <= excluded.sequence`;

/** $1 mark, $2 how long it is kept in ms. */
export const raiseStatement = `
insert into isopod_cache_marks
values ($1, nextval('isopod_cache_sequence'), clock_timestamp() + $2::float8 * interval '1 ms')
on conflict (mark) do update set
  sequence = greatest(isopod_cache_marks.sequence, excluded.sequence),
  kept_until = excluded.kept_until`;

/** $1 how many at most. */
export const cleanEntriesStatement = `
delete from isopod_cache_entries where key in (
  select key from isopod_cache_entries where kept_until < clock_timestamp() limit $1)`;

export const cleanMarksStatement = `
delete from isopod_cache_marks where mark in (
  select mark from isopod_cache_marks where kept_until < clock_timestamp() limit $1)`;
