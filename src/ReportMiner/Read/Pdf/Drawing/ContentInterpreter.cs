namespace ReportMiner.Read.Pdf.Drawing;

/// <summary>
/// Runs the path operators of content streams (ISO 32000-2, 8.5) and hands what is painted to a collector. Text,
/// clipping and shading are passed over; curves only move the current point.
/// </summary>
internal sealed class ContentInterpreter(PdfObjectTable objects, DrawingCollector collector)
{
    private const int DeepestForm = 8;
    private const int MostStates = 200;
    private const double White = 0.97;

    private readonly List<(double X, double Y)[]> _path = [];
    private readonly List<(double X, double Y)> _open = [];
    private readonly List<double> _operands = [];
    private readonly Stack<State> _saved = new();
    private State _state = new(PageSpace.Identity, 1, false, false);

    private readonly record struct State(PageSpace Space, double LineWidth, bool WhiteStroke, bool WhiteFill);

    public void Run(ReadOnlyMemory<byte> content, PdfDictionary? resources, PageSpace space)
    {
        _state = new State(space, 1, false, false);
        Run(content, resources, 0);
    }

    private void Run(ReadOnlyMemory<byte> content, PdfDictionary? resources, int depth)
    {
        var lexer = new PdfLexer(content.Span, 0);
        var name = "";
        while (true)
        {
            switch (lexer.Next())
            {
                case PdfToken.End:
                    return;
                case PdfToken.Number:
                    _operands.Add(lexer.Number);
                    break;
                case PdfToken.Name:
                    name = System.Text.Encoding.Latin1.GetString(lexer.Word);
                    break;
                case PdfToken.Keyword:
                    if (lexer.Word.SequenceEqual("BI"u8))
                    {
                        lexer.SkipInlineImage();
                    }
                    else if (lexer.Word.SequenceEqual("Do"u8))
                    {
                        Form(name, resources, depth);
                    }
                    else
                    {
                        Operator(lexer.Word);
                    }

                    _operands.Clear();
                    break;
            }
        }
    }

    private void Operator(ReadOnlySpan<byte> word)
    {
        switch (word)
        {
            case [(byte)'q'] when _saved.Count < MostStates:
                _saved.Push(_state);
                break;
            case [(byte)'Q'] when _saved.Count > 0:
                _state = _saved.Pop();
                break;
            case [(byte)'c', (byte)'m'] when _operands.Count >= 6:
                var o = _operands;
                _state = _state with { Space = new PageSpace(o[^6], o[^5], o[^4], o[^3], o[^2], o[^1]).Then(_state.Space) };
                break;
            case [(byte)'w'] when _operands.Count >= 1:
                _state = _state with { LineWidth = _operands[^1] };
                break;
            case [(byte)'m'] when _operands.Count >= 2:
                Close();
                Point(_operands[^2], _operands[^1]);
                break;
            case [(byte)'l'] when _operands.Count >= 2:
                Point(_operands[^2], _operands[^1]);
                break;
            case [(byte)'c' or (byte)'v' or (byte)'y'] when _operands.Count >= 4:
                var (x, y) = (_operands[^2], _operands[^1]);
                Close();
                Point(x, y);
                break;
            case [(byte)'h']:
                CloseRing();
                break;
            case [(byte)'r', (byte)'e'] when _operands.Count >= 4:
                Rectangle(_operands[^4], _operands[^3], _operands[^2], _operands[^1]);
                break;
            case [(byte)'S'] or [(byte)'s']:
                Paint(stroke: true, fill: false, ring: word[0] == 's');
                break;
            case [(byte)'f'] or [(byte)'F'] or [(byte)'f', (byte)'*']:
                Paint(stroke: false, fill: true, ring: true);
                break;
            case [(byte)'B' or (byte)'b'] or [(byte)'B' or (byte)'b', (byte)'*']:
                Paint(stroke: true, fill: true, ring: word[0] == 'b');
                break;
            case [(byte)'n']:
                Paint(stroke: false, fill: false, ring: false);
                break;
            case [(byte)'g'] or [(byte)'r', (byte)'g'] or [(byte)'k'] or [(byte)'s', (byte)'c'] or [(byte)'s', (byte)'c', (byte)'n']:
                _state = _state with { WhiteFill = IsWhite(word) };
                break;
            case [(byte)'G'] or [(byte)'R', (byte)'G'] or [(byte)'K'] or [(byte)'S', (byte)'C'] or [(byte)'S', (byte)'C', (byte)'N']:
                _state = _state with { WhiteStroke = IsWhite(word) };
                break;
        }
    }

    // One operand of sc may be an ink's share, where 1 is the full colour: only the device's own grey is sure.
    private bool IsWhite(ReadOnlySpan<byte> word) => _operands.Count switch
    {
        1 => word is [(byte)'g' or (byte)'G'] && _operands[0] >= White,
        3 => _operands.TrueForAll(v => v >= White),
        4 => _operands.TrueForAll(v => v <= 1 - White),
        _ => false,
    };

    private void Form(string name, PdfDictionary? resources, int depth)
    {
        if (depth >= DeepestForm || resources is null || objects.Dictionary(resources["XObject"]) is not { } named ||
            objects.Resolve(named[name]) is not PdfStream form || form.Dictionary["Subtype"] is not PdfName { Value: "Form" })
        {
            return;
        }

        var before = _state;
        var level = _saved.Count;
        if (objects.Resolve(form.Dictionary["Matrix"]) is PdfArray { Items.Length: 6 } m)
        {
            var v = m.Items.Select(i => (objects.Resolve(i) as PdfNumber)?.Value ?? 0).ToArray();
            _state = _state with { Space = new PageSpace(v[0], v[1], v[2], v[3], v[4], v[5]).Then(_state.Space) };
        }

        _operands.Clear();
        Run(objects.Content(form), objects.Dictionary(form.Dictionary["Resources"]) ?? resources, depth + 1);
        while (_saved.Count > level)
        {
            _saved.Pop();
        }

        _state = before;
    }

    private void Point(double x, double y) => _open.Add(_state.Space.Map(x, y));

    private void Rectangle(double x, double y, double width, double height)
    {
        Close();
        Point(x, y);
        Point(x + width, y);
        Point(x + width, y + height);
        Point(x, y + height);
        CloseRing();
    }

    private void CloseRing()
    {
        if (_open.Count > 1)
        {
            var first = _open[0];
            _open.Add(first);
            Close();
            _open.Add(first);
        }
    }

    private void Close()
    {
        if (_open.Count > 1)
        {
            _path.Add([.. _open]);
        }

        _open.Clear();
    }

    private void Paint(bool stroke, bool fill, bool ring)
    {
        if (ring && _open.Count > 2)
        {
            CloseRing();
        }

        Close();
        if (fill && !_state.WhiteFill)
        {
            collector.Fill(_path);
        }

        if (stroke && !_state.WhiteStroke)
        {
            collector.Stroke(_path, _state.LineWidth * _state.Space.Scale);
        }

        _path.Clear();
        _open.Clear();
    }
}
