# What all fixtures share: an orderly handshake, then whatever the fixture is for.
# No process is started here: a plugin has only itself.

declaration='{"id":"fixture","version":"1.0.0","scope":"document","languages":["en","fr"],"title":{"en":"Fixture","fr":"Essai"},"rationale":{"en":"For tests.","fr":"Pour les essais."},"findings":[{"id":"odd","level":"ask","message":{"en":"odd: {words}","fr":"étrange : {words}"},"help":{"en":"none","fr":"rien"}}]}'

say() { printf '%s\n' "$1"; }
answer() { say "{\"jsonrpc\":\"2.0\",\"id\":$1,\"result\":$2}"; }

# Requests 1 (initialize) and 2 (configure).
hello() {
  read -r line
  answer 1 "{\"protocol\":1,\"checker\":$declaration}"
  read -r line
  answer 2 '{}'
}

# Everything after that: no findings, and an orderly end.
serve() {
  id=$1
  while read -r line; do
    case $line in
      *'"method":"shutdown"'*) answer "$id" null ;;
      *'"method":"exit"'*) exit 0 ;;
      *) answer "$id" '{"findings":[]}' ;;
    esac
    id=$((id + 1))
  done
}
