-- Saves sheets: one thread per person, each its own sheet, as the page does while somebody fills it in. Prints one line for the tool.
local people = 0

function setup(thread)
  thread:set("person", people)
  people = people + 1
end

function init(args)
  local number = 0
  for line in io.lines(args[1]) do
    if number == person then
      path, count, cookie, token = line:match("^(.-)\t(.-)\t(.-)\t(.-)$")
    end
    number = number + 1
  end
  headers = { ["Content-Type"] = "application/x-www-form-urlencoded" }
  if #cookie > 0 then
    headers["Cookie"] = cookie
    headers["X-Formular"] = token
  end
  turn = 0
end

function request()
  turn = turn + 1
  local body = "Stand=" .. count
  for _, criterion in ipairs({ "wirkung", "dringlichkeit", "umsetzbarkeit", "kosten-nutzen", "sozialraumbezug" }) do
    body = body .. string.format("&Punkte%%5B%s%%5D=%d&Gruende%%5B%s%%5D=Das+zeigen+die+Zahlen", criterion, 1 + turn % 3, criterion)
  end
  return wrk.format("POST", path, headers, body)
end

function response(status, head, body)
  if status == 200 then
    count = body:match('"stand":(%d+)') or count
  elseif not failed then
    failed = true
    io.write(string.format("FAILED with %d: %s\n", status, (body:gsub("%s+", " ")):sub(1, 2000)))
  end
end

function done(summary, latency, requests)
  local errors = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.status + summary.errors.timeout
  io.write(string.format("RESULT %d %d %d %d %d\n", summary.requests, summary.duration, errors, latency:percentile(50), latency:percentile(99)))
end
