// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/CompletionTemplates.h"

namespace deskwarden::app {

/// bash 4.4 or later. The words are read from the line, because bash parts them at colons and equals signs, of which an
/// address has some; what it takes for the beginning of a word is then cut off again.
constinit const std::string_view bashTemplate =
    R"shell(# bash completion for @PROGRAM@, printed by @PROGRAM@ --print-completion bash

@FUNCTION@() {
    local line=${COMP_LINE:0:COMP_POINT} whole current previous="" last="" verb="" server="" before="" cut="" mark rest word
    local -a words=() found=()
    read -ra words <<<"$line"
    [[ $line == *[[:space:]] ]] && words+=("")
    ((${#words[@]} > 1)) || return
    for word in "${words[@]:1:${#words[@]}-2}"; do
        [[ $last == --server ]] && server=$word
        case $word in
        --server=*) server=${word#*=} ;;
        @VERBS@) [[ -n $verb || $last == --* ]] || verb=$word ;;
        esac
        last=$word
    done
    whole=${words[-1]}
    current=$whole
    previous=$last
    if [[ $whole == --*=* ]]; then
        previous=${whole%%=*}
        current=${whole#*=}
        before=$previous=
    fi
    COMPREPLY=()
    case $previous in
@VALUES@    *)
        case $verb in
@OPTIONS@        esac
        ;;
    esac
    for mark in : =; do
        if [[ $COMP_WORDBREAKS == *"$mark"* && $whole == *"$mark"* ]]; then
            rest=${whole%"${whole##*"$mark"}"}
            ((${#rest} > ${#cut})) && cut=$rest
        fi
    done
    for word in "${found[@]}"; do
        if [[ -n $word && ${word,,} == "${current,,}"* ]]; then
            word=$before$word
            COMPREPLY+=("${word:${#cut}}")
        fi
    done
}
complete -F @FUNCTION@ @PROGRAM@
)shell";

constinit const std::string_view zshTemplate = R"shell(#compdef @PROGRAM@
# zsh completion for @PROGRAM@, printed by @PROGRAM@ --print-completion zsh

@FUNCTION@_known() {
    local kind=$1 server='' word last=''
    shift
    for word in $words; do
        [[ $last == --server ]] && server=$word
        [[ $word == --server=* ]] && server=${word#*=}
        last=$word
    done
    local -a names
    names=(${(f)"$(_call_program $kind @PROGRAM@ --complete $kind ${(q)server} 2>/dev/null)"})
    compadd "$@" -a names
}

@FUNCTION@() {
    local verb='' word last=''
    local -a known verbs
    for word in ${words[2,CURRENT-1]}; do
        case $word in
        (@WORDS@) [[ -n $verb || $last == --* ]] || verb=$word ;;
        esac
        last=$word
    done
    case $verb in
@OPTIONS@    esac
    verbs=(
@VERBS@    )
    if (( $#verbs && ! $#verb )); then
        _arguments -S $known '1:verb:{_describe -t verbs verb verbs}'
    else
        _arguments -S $known '*:argument: '
    fi
}

if [[ $funcstack[1] == _@PROGRAM@ ]]; then
    @FUNCTION@ "$@"
else
    compdef @FUNCTION@ @PROGRAM@
fi
)shell";

constinit const std::string_view fishTemplate =
    R"shell(# fish completion for @PROGRAM@, printed by @PROGRAM@ --print-completion fish

function @FUNCTION@_verb
    set -l last ''
    for word in (commandline -opc)[2..-1]
        if contains -- $word @VERBS@; and not string match -q -- '--*' $last
            echo $word
            return 0
        end
        set last $word
    end
    return 1
end

function @FUNCTION@_lacks_verb
    not @FUNCTION@_verb >/dev/null
end

function @FUNCTION@_verb_is
    set -l verb (@FUNCTION@_verb)
    test -z "$verb"; or contains -- $verb $argv
end

function @FUNCTION@_server
    set -l last ''
    for word in (commandline -opc)
        test "$last" = --server; and echo $word
        string match -q -- '--server=*' $word; and string replace -- '--server=' '' $word
        set last $word
    end
end

complete -c @PROGRAM@ -f
@LINES@)shell";

constinit const std::string_view powerShellTemplate =
    R"shell(# PowerShell completion for @PROGRAM@, printed by @PROGRAM@ --print-completion powershell

Register-ArgumentCompleter -Native -CommandName @PROGRAM@ -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $verbs = @VERBS@
    $options = @{
@OPTIONS@    }
    $values = @{
@VALUES@    }
    $kinds = @{
@KINDS@    }
    $tips = @{
@TIPS@    }
    $verb = ''
    $server = ''
    $last = ''
    $before = @($commandAst.CommandElements | Select-Object -Skip 1 |
            Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.ToString() })
    foreach ($word in $before) {
        if ($last -eq '--server') { $server = $word }
        if ($verb -eq '' -and $verbs -contains $word -and -not $last.StartsWith('--')) { $verb = $word }
        $last = $word
    }
    $found = $options[$verb]
    if ($values.ContainsKey($last)) { $found = $values[$last] }
    if ($kinds.ContainsKey($last)) { $found = @(& @PROGRAM@ --complete $kinds[$last] $server 2>$null) }
    foreach ($word in $found) {
        if ($word.StartsWith($wordToComplete, [StringComparison]::OrdinalIgnoreCase)) {
            $tip = $tips[$word]
            if (-not $tip) { $tip = $word }
            [System.Management.Automation.CompletionResult]::new($word, $word, 'ParameterValue', $tip)
        }
    }
}
)shell";

} // namespace deskwarden::app
