-- Takes over what a dead node held and did not work off. KEYS: the partition's work. ARGV: conversation, the dead node, this node.
local holder = redis.call('ZSCORE', KEYS[1], ARGV[1])
if not holder or tonumber(holder) ~= tonumber(ARGV[2]) then return 0 end
redis.call('ZADD', KEYS[1], ARGV[3], ARGV[1])
return 1
