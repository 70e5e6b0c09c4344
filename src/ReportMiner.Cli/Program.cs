using System.Text;
using ReportMiner.Cli;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await CommandTree.RunAsync(args, Console.Out, Console.Error);
