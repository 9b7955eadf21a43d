# Completion of canter-cli for fish. What there is to complete, the program's help says.
function __canter_cli_command
    set -l found
    for word in (commandline -opc)[2..]
        if string match -qr '^[a-z]' -- $word; and canter-cli $found $word --help >/dev/null 2>&1
            set -a found $word
            test $word = db; or break
        end
    end
    string join \n -- $found
end

function __canter_cli_subcommands
    canter-cli (__canter_cli_command) --help 2>/dev/null |
        sed -n '/^Subcommands:/,/^$/s/^  \([a-z-]*\)  *\(.*\)/\1\t\2/p'
end

function __canter_cli_options
    canter-cli (__canter_cli_command) --help 2>/dev/null | string match -ar -- '--[a-z][a-z-]*' | sort -u
end

complete -c canter-cli -a '(__canter_cli_subcommands)'
complete -c canter-cli -n 'string match -q -- "-*" (commandline -ct)' -a '(__canter_cli_options)'
