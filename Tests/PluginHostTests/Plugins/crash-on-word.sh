#!/bin/sh
# Runs out of stack over documents that hold the word Bomb; has a finding for all others.
. ./common.sh
# A million brackets: the shell works them out one within the other.
fall() {
  deep='('
  n=0
  while [ $n -lt 20 ]; do
    deep=$deep$deep
    n=$((n + 1))
  done
  : $(($deep))
}
hello
id=3
while read -r line; do
  case $line in
    *'"method":"shutdown"'*) answer "$id" null ;;
    *'"method":"exit"'*) exit 0 ;;
    *Bomb*) fall ;;
    *) answer "$id" '{"findings":[{"kind":"odd"}]}' ;;
  esac
  id=$((id + 1))
done
