-- Gives back a case number that was reserved in vain. KEYS: the number. ARGV: whoever reserved it.
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('DEL', KEYS[1])
