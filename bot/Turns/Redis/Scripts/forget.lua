-- Forgets a conversation whose time has come.
local expires = redis.call('HGET', state, 'expires')
if expires and tonumber(expires) > tonumber(ARGV[2]) then return 0 end
forget(ARGV[1])
return expires and 1 or 0
