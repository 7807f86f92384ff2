using System.Globalization;
using ComplaintBot.CrashingChild;
using ComplaintBot.Turns.Sqlite;

// Works a script off with the real store, and kills itself on the way.
// Arguments: the folder, the seed of the script, and the step to die at with its occurrence; without them it only tells each step.
var (folder, seed) = (args[0], int.Parse(args[1], CultureInfo.InvariantCulture));
var death = args.Length > 2 ? new Death(args[2], int.Parse(args[3], CultureInfo.InvariantCulture)) : new Death(null, 0);
using var database = new SqliteDatabase(new SqliteSettings { Folder = folder }, death.Step);
await new Worker(folder, new Script(seed), database, death).RunAsync();
