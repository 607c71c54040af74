#!/bin/sh
# Complains of its own list of terms.
. ./common.sh
hello
say "{\"jsonrpc\":\"2.0\",\"method\":\"diagnostic\",\"params\":{\"severity\":\"warning\",\"message\":{\"en\":\"line 3 is empty\",\"fr\":\"la ligne 3 est vide\"}}}"
serve 3
