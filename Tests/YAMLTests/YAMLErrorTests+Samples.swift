/// Texts that are refused, with the complete complaint.
extension YAMLErrorTests {
  static let syntax: [Sample] = [
    Sample(
      text: "id: a\ntitle b\nx: 1\n",
      message: #"""
        r.yml:2:1: error: expected ':' and a value after this key, found the end of the line [yaml-syntax]
        title b
        ^
        help: write 'key: value', or indent the line if it continues the text before; a key stands on one line
        """#),
    Sample(
      text: "title: WPS: principles\n",
      message: #"""
        r.yml:1:11: error: ':' cannot stand here; expected the end of the value before it [yaml-syntax]
        title: WPS: principles
                  ^
        help: put a text that holds ': ' between quotes, or check the indentation
        """#),
    Sample(
      text: "a:\n  - x\n b: 1\n",
      message: #"""
        r.yml:3:2: error: expected a key of the mapping that starts at line 1, column 1, found 'b' [yaml-syntax]
         b: 1
         ^
        help: keys of one mapping start in the same column, here 1
        """#),
    Sample(
      text: "a: 'it's here'\n",
      message: #"""
        r.yml:1:8: error: expected the end of the line after this value, found 's' [yaml-syntax]
        a: 'it's here'
               ^
        help: put the whole text between quotes; between single quotes an apostrophe is written twice
        """#),
    Sample(
      text: "- a\nb: 1\n",
      message: #"""
        r.yml:2:1: error: expected '- ' for the next entry of the list that starts at line 1, column 1, found 'b' [yaml-syntax]
        b: 1
        ^
        help: entries of one list start in the same column, here 1
        """#),
    Sample(
      text: "a: [x, y\nb: 1\n",
      message: #"""
        r.yml:2:2: error: expected ',' or ']' in the list that opens at line 1, column 4, found ':' [yaml-syntax]
        b: 1
         ^
        help: close the list with ']', and put a text that holds ',' or ':' between quotes
        """#),
    Sample(
      text: "a: [x, y",
      message: #"""
        r.yml:1:4: error: the list that opens here is never closed; expected ',' or ']' [yaml-syntax]
        a: [x, y
           ^
        help: close the list with ']', and put a text that holds ',' or ':' between quotes
        """#),
    Sample(
      text: "a: {x: 1 y: 2}\n",
      message: #"""
        r.yml:1:11: error: expected ',' or '}' in the mapping that opens at line 1, column 4, found ':' [yaml-syntax]
        a: {x: 1 y: 2}
                  ^
        help: close the mapping with '}', and put a text that holds ',', ':' or '}' between quotes
        """#),
    Sample(
      text: "a: {x: 1\n\n",
      message: #"""
        r.yml:1:4: error: the mapping that opens here is never closed; expected ',' or '}' [yaml-syntax]
        a: {x: 1
           ^
        help: close the mapping with '}', and put a text that holds ',', ':' or '}' between quotes
        """#),
    Sample(
      text: "a: [[[\n\n",
      message: #"""
        r.yml:1:7: error: expected a value, found the end of the text [yaml-syntax]
        a: [[[
              ^
        help: write the value, and close each '[' and '{'
        """#),
    Sample(
      text: "a: \"open\nb: 1\n",
      message: #"""
        r.yml:1:4: error: the quote that opens here is never closed; expected its partner before the end of the text [yaml-syntax]
        a: "open
           ^
        help: close it; an apostrophe in a text between single quotes is written twice
        """#),
    Sample(
      text: "a: \"x\n---\ny\"\n",
      message: #"""
        r.yml:2:1: error: a text between quotes, opened at line 1, column 4, runs into '---' [yaml-syntax]
        ---
        ^
        help: close the quote, or indent the line
        """#),
    Sample(
      text: "a: \"x\\d\"\n",
      message: #"""
        r.yml:1:6: error: unknown escape '\d' between double quotes [yaml-syntax]
        a: "x\d"
             ^
        help: write '\\' for a backslash, or use single quotes
        """#),
    Sample(
      text: "a: \"\\u12\"\n",
      message: #"""
        r.yml:1:7: error: expected hexadecimal digits in an escape, found '12"' [yaml-syntax]
        a: "\u12"
              ^
        help: '\x' takes two digits, '\u' four, '\U' eight
        """#),
    Sample(
      text: "a: \"\\uD800\"\n",
      message: #"""
        r.yml:1:7: error: an escape names a number that is no Unicode character [yaml-syntax]
        a: "\uD800"
              ^
        help: write the character itself
        """#),
    Sample(
      text: "a: @x\n",
      message: #"""
        r.yml:1:4: error: a text without quotes cannot start with '@' [yaml-syntax]
        a: @x
           ^
        help: put the text between quotes
        """#),
    Sample(
      text: "a:\n\tb: 1\n",
      message: #"""
        r.yml:2:1: error: found a tab, expected blanks for the indentation [yaml-syntax]
        ·b: 1
        ^
        help: replace the tab by blanks
        """#),
    Sample(
      text: "a: >\n\n\tx\n",
      message: #"""
        r.yml:3:1: error: found a tab, expected blanks for the indentation [yaml-syntax]
        ·x
        ^
        help: replace the tab by blanks
        """#),
    Sample(
      text: "a: [b, , c]\n",
      message: #"""
        r.yml:1:8: error: expected a value, found ',' [yaml-syntax]
        a: [b, , c]
               ^
        help: put a text that starts with ',' between quotes
        """#),
    Sample(
      text: "{a:, b: 1}\n",
      message: #"""
        r.yml:1:3: error: expected a value after ':', found ',' [yaml-syntax]
        {a:, b: 1}
          ^
        help: write a blank and the value after ':', or put a text that ends in ':' between quotes
        """#),
    Sample(
      text: "[a]\nb\n",
      message: #"""
        r.yml:2:1: error: expected the end of the text, found 'b' [yaml-syntax]
        b
        ^
        help: a file holds one list or one mapping; check the indentation and the brackets before
        """#),
    Sample(
      text: "a: |0\n x\n",
      message: #"""
        r.yml:1:5: error: found '0', expected an indentation from 1 to 9 [yaml-syntax]
        a: |0
            ^
        help: write '|' or '>' alone; the indentation is then taken from the first line
        """#),
    Sample(
      text: "a: |x\n x\n",
      message: #"""
        r.yml:1:5: error: expected the end of the line after '|' or '>', found 'x' [yaml-syntax]
        a: |x
            ^
        help: the text starts on the next line
        """#),
    Sample(
      text: "a: - b\n",
      message: #"""
        r.yml:1:4: error: expected a value on this line, found '-', which starts a list [yaml-syntax]
        a: - b
           ^
        help: start each '- ' on a line of its own, or put the text between quotes
        """#),
    Sample(
      text: "a: ? b\n",
      message: #"""
        r.yml:1:4: error: expected a value on this line, found '?', which starts a mapping [yaml-syntax]
        a: ? b
           ^
        help: start it on a line of its own, or put the text between quotes
        """#),
    Sample(
      text: "a: & b\n",
      message: #"""
        r.yml:1:5: error: expected a name of letters, digits, '-' and '_' after '&', found a blank [yaml-syntax]
        a: & b
            ^
        help: put a text that starts with '&' between quotes
        """#),
    Sample(
      text: "a: *\n",
      message: #"""
        r.yml:1:5: error: expected a name of letters, digits, '-' and '_' after '*', found the end of the line [yaml-syntax]
        a: *
            ^
        help: put a text that starts with '*' between quotes
        """#),
    Sample(
      text: "a: !e!x y\n",
      message: #"""
        r.yml:1:4: error: the tag starts with a name that no '%TAG' line declares [yaml-syntax]
        a: !e!x y
           ^
        help: put a text that starts with '!' between quotes
        """#),
    Sample(
      text: "a: !<x y\n",
      message: #"""
        r.yml:1:7: error: expected a tag, found a blank [yaml-syntax]
        a: !<x y
              ^
        help: put a text that starts with '!' between quotes
        """#),
    Sample(
      text: "%YAML 2.0\n---\na\n",
      message: #"""
        r.yml:1:1: error: found another version of YAML, expected 1.1 or 1.2 [yaml-syntax]
        %YAML 2.0
        ^
        help: remove the line that starts with '%YAML'
        """#),
    Sample(
      text: "%YAML 1.1\n%YAML 1.1\n---\na\n",
      message: #"""
        r.yml:2:1: error: the same line '%YAML' stands twice [yaml-syntax]
        %YAML 1.1
        ^
        help: remove one of the two
        """#),
    Sample(
      text: "%YAML 1.2\n",
      message: #"""
        r.yml:1:10: error: expected '---' after the lines that start with '%', found the end of the text [yaml-syntax]
        %YAML 1.2
                 ^
        help: write '---' and the text after it, or remove these lines
        """#),
    Sample(
      text: "%x\n",
      message: #"""
        r.yml:1:1: error: a line that starts with '%' is neither '%YAML 1.2' nor a '%TAG' line [yaml-syntax]
        %x
        ^
        help: remove the line, or put the text between quotes
        """#),
  ]

  static let structure: [Sample] = [
    Sample(
      text: "id: a\nx:\n  id: b\n  w: 1\n  id: c\n",
      message: #"""
        r.yml:5:3: error: key 'id' stands twice in one mapping; the first is at line 3, column 3 [yaml-duplicate-key]
          id: c
          ^
        help: rename or remove one of the two
        """#),
    Sample(
      text: "a: !foo 1\n",
      message: #"""
        r.yml:1:4: error: unknown tag '!foo' [yaml-unknown-tag]
        a: !foo 1
           ^
        help: remove it, or put the text between quotes if its '!' is part of it; known tags are !!str, !!int, !!float, !!bool, !!null, !!seq and !!map
        """#),
    Sample(
      text: "a: !!seq 1\n",
      message: #"""
        r.yml:1:4: error: tag '!!seq' cannot stand before a text [yaml-unknown-tag]
        a: !!seq 1
           ^
        help: remove the tag
        """#),
    Sample(
      text: "a: &word x\nb: *wrod\n",
      message: #"""
        r.yml:2:4: error: alias '*wrod' has no anchor '&wrod' before it [yaml-undefined-alias]
        b: *wrod
           ^
        help: did you mean '*word'?
        """#),
    Sample(
      text: "a: *b\n",
      message: #"""
        r.yml:1:4: error: alias '*b' has no anchor '&b' before it [yaml-undefined-alias]
        a: *b
           ^
        help: put the text between quotes if its '*' is part of it
        """#),
    Sample(
      text: "a: &a [*a]\n",
      message: #"""
        r.yml:1:8: error: alias '*a' stands inside what it stands for [yaml-recursive-alias]
        a: &a [*a]
               ^
        help: write the value out
        """#),
    Sample(
      text: "a: 1\n---\nb: 1\n",
      message: #"""
        r.yml:2:1: error: a second document starts here; expected one document in the file [yaml-several-documents]
        ---
        ^
        help: remove the line '---', or put the rest into a file of its own
        """#),
  ]

  static let characters: [Sample] = [
    Sample(
      text: "a: b\u{07}c\n",
      message: #"""
        r.yml:1:5: error: found the control character U+0007 [yaml-control-character]
        a: b·c
            ^
        help: remove it, or write it as an escape such as '\u0007' between double quotes
        """#),
    Sample(
      text: "é: b\u{2028}c\n",
      message: #"""
        r.yml:1:5: error: found the line separator U+2028, expected a plain line end or a blank [yaml-control-character]
        é: b\#u{2028}c
            ^
        help: remove it, or write it as an escape such as '\u2028' between double quotes
        """#),
    Sample(
      text: "\u{FEFF}é: @\n",
      message: #"""
        r.yml:1:4: error: a text without quotes cannot start with '@' [yaml-syntax]
        é: @
           ^
        help: put the text between quotes
        """#),
    Sample(
      text: "a: 😀é @: [x, ]]\r\nb: 1\r\n",
      message: #"""
        r.yml:1:8: error: ':' cannot stand here; expected the end of the value before it [yaml-syntax]
        a: 😀é @: [x, ]]
               ^
        help: put a text that holds ': ' between quotes, or check the indentation
        """#),
  ]
}
