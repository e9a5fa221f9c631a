# The totals of examples/csv-aggregation.ts for seed 42, by another program in another language:
# no CSV, prices in cents all the way.
BEGIN {
  split("North|South|East|West|Overseas", regions, "|")
  split("Anvil|Bolt, hex|Cable \"Pro\"|Drill|Epoxy|Fuse|Gear", products, "|")
  state = 42
  for (order = 1; order <= 10000; order++) {
    region = regions[next_below(5) + 1]
    product = products[next_below(7) + 1]
    units = 1 + next_below(20)
    cents = units * (99 + next_below(49900))
    add("region:" region, units, cents)
    add("product:" product, units, cents)
    if (cents > best) { best = cents; best_order = order }
  }
  for (key in orders) printf "%s\t%d\t%d\t%.0f\n", key, orders[key], all_units[key], all_cents[key]
  printf "best\t%d\t0\t%.0f\n", best_order, best
}
function next_below(below) {
  state = (state * 16807) % 2147483647
  return state % below
}
function add(key, units, cents) {
  orders[key]++
  all_units[key] += units
  all_cents[key] += cents
}
