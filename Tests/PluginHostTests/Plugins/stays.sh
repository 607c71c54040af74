#!/bin/sh
# Answers well and does not end.
. ./common.sh
hello
id=3
while read -r line; do
  case $line in
    *shutdown*) answer "$id" null ;;
    *exit*) while :; do :; done ;;
    *) answer "$id" "{\"findings\":[]}" ;;
  esac
  id=$((id + 1))
done
