#!/bin/sh
# Runs out of stack over its first document.
. ./common.sh
hello
read -r line
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
fall
