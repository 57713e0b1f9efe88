"""The page that holds a plan against others: what it changes, by what, and at what cost.

Read in this order: `chosen` (which scenarios), `keep` (scenarios kept by name), `finding`,
`causes` (the waterfall), `headline` (the table, of `cells`), `differs`, `prices`.
"""
