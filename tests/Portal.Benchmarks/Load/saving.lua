-- Saves drafts: one thread per writer, each at a field of its own, as the writing page does. Prints one line for the tool.
local writers = 0

function setup(thread)
  thread:set("writer", writers)
  writers = writers + 1
end

function init(args)
  local number = 0
  for line in io.lines(args[1]) do
    if number == writer then
      path, field, version, cookie, token = line:match("^(.-)\t(.-)\t(.-)\t(.-)\t(.-)$")
    end
    number = number + 1
  end
  headers = { ["Content-Type"] = "application/json" }
  if #cookie > 0 then
    headers["Cookie"] = cookie
    headers["X-Formular"] = token
  end
  text = string.rep("Die Gruppe hat **am runden Tisch** gesammelt, was im Quartier fehlt: kurze Wege, Bänke, jemand, der zuhört. ", 14)
  saved = tonumber(args[2])
end

function request()
  saved = saved + 1
  local body = string.format('{"version":%s,"werte":{"%s":"Stand %d. %s"},"grund":{}}', version, field, saved, text)
  return wrk.format("PUT", path, headers, body)
end

function response(status, head, body)
  if status == 200 then
    version = body:match('"version":(%d+)') or version
  elseif not failed then
    failed = true
    io.write(string.format("FAILED with %d: %s\n", status, (body:gsub("%s+", " ")):sub(1, 2000)))
  end
end

function done(summary, latency, requests)
  local errors = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.status + summary.errors.timeout
  io.write(string.format("RESULT %d %d %d %d %d\n", summary.requests, summary.duration, errors, latency:percentile(50), latency:percentile(99)))
end
