# Sourced by ./run and ./test: checks the .NET SDK and poppler-utils, and gets the latter where it may.
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
export HOME="${HOME:-/tmp}"

say() { printf '%s\n' "$*" >&2; }

need_dotnet() {
    if ! command -v dotnet >/dev/null || ! dotnet --version >/dev/null 2>&1; then
        say ".NET 10 SDK를 설치하십시오: https://dotnet.microsoft.com/download/dotnet/10.0 / Install the .NET 10 SDK from that page."
        exit 2
    fi
}

# PDF files are read by poppler's programs; without them only text files can be read.
need_poppler() {
    command -v pdftohtml >/dev/null && command -v pdfinfo >/dev/null && command -v pdffonts >/dev/null && return 0
    local as=()
    if [ "$(id -u)" != 0 ]; then
        if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then as=(sudo -n); else as=(false); fi
    fi
    if command -v apt-get >/dev/null && [ "${as[*]}" != false ]; then
        say "poppler-utils를 설치합니다 / Installing poppler-utils"
        "${as[@]}" apt-get install -y -qq poppler-utils >/dev/null 2>&1 </dev/null ||
            { "${as[@]}" apt-get update -qq >/dev/null 2>&1 </dev/null && "${as[@]}" apt-get install -y -qq poppler-utils >/dev/null 2>&1 </dev/null; } || true
    fi
    command -v pdftohtml >/dev/null && return 0
    say "PDF를 읽으려면 poppler-utils를 설치하십시오(sudo apt-get install poppler-utils). / To read PDF files, install poppler-utils."
    return 1
}
