"""Goals in words: what is asked, what it would take, and what stands in the way."""
