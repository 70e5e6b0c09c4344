# Sourced by ./run and ./test: checks the .NET SDK, poppler-utils, tesseract and (for the tests) chromium and rabbitmq, and gets all but the SDK where it may.
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
export HOME="${HOME:-/tmp}"

say() { printf '%s\n' "$*" >&2; }

need_dotnet() {
    if ! command -v dotnet >/dev/null || ! dotnet --version >/dev/null 2>&1; then
        say ".NET 10 SDK를 설치하십시오: https://dotnet.microsoft.com/download/dotnet/10.0 / Install the .NET 10 SDK from that page."
        exit 2
    fi
}

# Installs packages by apt where that is there and allowed; quiet, and no error if not.
install_packages() {
    local as=()
    if [ "$(id -u)" != 0 ]; then
        if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then as=(sudo -n); else return 0; fi
    fi
    command -v apt-get >/dev/null || return 0
    say "$* 을(를) 설치합니다 / Installing $*"
    "${as[@]}" apt-get install -y -qq "$@" >/dev/null 2>&1 </dev/null ||
        { "${as[@]}" apt-get update -qq >/dev/null 2>&1 </dev/null && "${as[@]}" apt-get install -y -qq "$@" >/dev/null 2>&1 </dev/null; } || true
}

# PDF files are read by poppler's programs; without them only text files can be read.
need_poppler() {
    # poppler-data holds the character maps of Korean fonts that are not embedded: without it their text is lost.
    command -v pdftohtml >/dev/null && command -v pdfinfo >/dev/null && command -v pdffonts >/dev/null &&
        { ! command -v dpkg >/dev/null || [ -d /usr/share/poppler/cMap/Adobe-Korea1 ]; } && return 0
    install_packages poppler-utils poppler-data
    command -v pdftohtml >/dev/null && return 0
    say "PDF를 읽으려면 poppler를 설치하십시오(sudo apt-get install poppler-utils poppler-data). / To read PDF files, install poppler."
    return 1
}

# PdfPig and ML.NET are not in every package feed, and nothing needs them. Whether they restore is tried once; ./run keeps the answer in obj/engines.
engines=()
find_engines() {
    local kept=obj/engines engine
    if [ "${1:-}" != keep ] || [ ! "$kept" -nt Directory.Packages.props ]; then
        mkdir -p obj && : >"$kept"
        for engine in PdfPig MLNet; do
            timeout 60 dotnet restore -nodeReuse:false -v quiet -p:$engine=true "src/ReportMiner.$engine" >/dev/null 2>&1 </dev/null && echo "-p:$engine=true" >>"$kept"
        done
        [ "$(wc -l <"$kept")" = 2 ] || say "이 패키지 저장소에 없는 것은 빼고 빌드합니다 / Left out, as their packages do not restore: $(for engine in PdfPig MLNet; do grep -q "$engine" "$kept" || printf '%s ' "$engine"; done)"
    fi
    mapfile -t engines <"$kept"
}

# Scanned pages, and pages whose text lacks characters, are read by tesseract; everything else is read without it.
want_tesseract() {
    has_tesseract && return 0
    install_packages tesseract-ocr tesseract-ocr-kor
    has_tesseract || say "스캔한 쪽까지 읽으려면 tesseract를 설치하십시오(sudo apt-get install tesseract-ocr tesseract-ocr-kor). / To read scanned pages too, install tesseract."
}

# Some tests have LibreOffice open and save a workbook or a document; without it they are skipped.
want_office() {
    has_office || install_packages --no-install-recommends libreoffice-calc libreoffice-writer
}

has_office() {
    local soffice home
    soffice="$(command -v soffice)" || return 1
    home="$(dirname "$(readlink -f "$soffice")")"
    [ -e "$home/libsclo.so" ] && [ -e "$home/libswlo.so" ]
}

# The tests of the review page drive a real browser; without it they are skipped.
want_chromium() {
    [ -x /usr/bin/chromium ] && return 0
    install_packages chromium
    [ -x /usr/bin/chromium ] || say "검토 화면의 시험까지 하려면 chromium을 설치하십시오(sudo apt-get install chromium). / To test the review page too, install chromium."
}

# The tests of the queue start a broker of their own; without it they are skipped.
want_rabbitmq() {
    has_rabbitmq && return 0
    install_packages --no-install-recommends rabbitmq-server
    if has_rabbitmq; then
        # The package starts a service, which nobody asked for.
        local as=()
        [ "$(id -u)" = 0 ] || as=(sudo -n)
        "${as[@]}" service rabbitmq-server stop >/dev/null 2>&1 || true
        "${as[@]}" update-rc.d rabbitmq-server disable >/dev/null 2>&1 || true
    else
        say "큐의 시험까지 하려면 rabbitmq-server를 설치하십시오(sudo apt-get install rabbitmq-server). / To test the queue too, install rabbitmq-server."
    fi
}

has_rabbitmq() { [ -x /usr/lib/rabbitmq/bin/rabbitmq-server ]; }

# Where Debian keeps the data, else as tesseract itself says.
has_tesseract() {
    command -v tesseract >/dev/null &&
        { compgen -G '/usr/share/tesseract-ocr/*/tessdata/kor.traineddata' >/dev/null || tesseract --list-langs 2>/dev/null | grep -qx kor; }
}
