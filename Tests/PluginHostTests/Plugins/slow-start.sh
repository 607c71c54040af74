#!/bin/sh
# Never answers the handshake.
. ./common.sh
while read -r line; do :; done
