return await ComplaintBot.Commands.Cli.RunAsync(args);
