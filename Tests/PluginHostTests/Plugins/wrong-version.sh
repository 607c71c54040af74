#!/bin/sh
# Chooses a protocol version that nobody offered.
. ./common.sh
read -r line
answer 1 "{\"protocol\":9,\"checker\":$declaration}"
serve 2
