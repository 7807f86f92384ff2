-- Forgets a delivery whose time has come. KEYS: seen deliveries of the conversation, those of the partition. ARGV: its entry, its id, now.
local til = redis.call('ZSCORE', KEYS[2], ARGV[1])
if not til or tonumber(til) > tonumber(ARGV[3]) then return 0 end
redis.call('HDEL', KEYS[1], ARGV[2])
return redis.call('ZREM', KEYS[2], ARGV[1])
