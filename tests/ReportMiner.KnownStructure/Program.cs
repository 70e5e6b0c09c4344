using System.CommandLine;
using ReportMiner.KnownStructure;

var root = new RootCommand("Reports of known structure: made, and compared with what ReportMiner finds in them.") { GenerateCommand.Create(), CheckCommand.Create() };
return root.Parse(args).Invoke();
