#!/bin/sh
# The smallest plugin: reports each document in which no address stands.
# A shell cannot read JSON, so it looks at the line as it came; enough for a yes or no.
say() { printf '{"jsonrpc":"2.0","id":%s,"%s":%s}\n' "$id" "$1" "$2"; }

title='{"en":"No address","fr":"Aucune adresse"}'
help='{"en":"say whom to ask","fr":"dire à qui écrire"}'
kind="{\"id\":\"missing\",\"level\":\"note\",\"message\":$title,\"help\":$help}"
checker='"id":"no-address","version":"1.0.0","scope":"document","languages":["en","fr"]'
checker="{$checker,\"title\":$title,\"rationale\":$help,\"findings\":[$kind]}"

while read -r line; do
  id=${line#*\"id\":}
  id=${id%%,*}
  case $line in
    *'"method":"exit"'*) exit 0 ;;
    '{"jsonrpc":"2.0","method":'*) ;; # another notification
    *'"method":"initialize"'*) say result "{\"protocol\":1,\"checker\":$checker}" ;;
    *'"method":"configure"'*) say result '{}' ;;
    *'"method":"shutdown"'*) say result null ;;
    *'"method":"check"'*@*) say result '{"findings":[]}' ;;
    *'"method":"check"'*) say result '{"findings":[{"kind":"missing"}]}' ;;
    *'"method":'*) say error '{"code":-32601,"message":"unknown method"}' ;;
    *) id=null say error '{"code":-32700,"message":"no request"}' ;;
  esac
done
