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
    # poppler-data holds the character maps of Korean fonts that are not embedded: without it their text is lost.
    command -v pdftohtml >/dev/null && command -v pdfinfo >/dev/null && command -v pdffonts >/dev/null &&
        { ! command -v dpkg >/dev/null || [ -d /usr/share/poppler/cMap/Adobe-Korea1 ]; } && return 0
    local as=()
    if [ "$(id -u)" != 0 ]; then
        if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then as=(sudo -n); else as=(false); fi
    fi
    if command -v apt-get >/dev/null && [ "${as[*]}" != false ]; then
        say "poppler-utils와 poppler-data를 설치합니다 / Installing poppler-utils and poppler-data"
        "${as[@]}" apt-get install -y -qq poppler-utils poppler-data >/dev/null 2>&1 </dev/null ||
            { "${as[@]}" apt-get update -qq >/dev/null 2>&1 </dev/null && "${as[@]}" apt-get install -y -qq poppler-utils poppler-data >/dev/null 2>&1 </dev/null; } || true
    fi
    command -v pdftohtml >/dev/null && return 0
    say "PDF를 읽으려면 poppler를 설치하십시오(sudo apt-get install poppler-utils poppler-data). / To read PDF files, install poppler."
    return 1
}
