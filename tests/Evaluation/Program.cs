using ComplaintBot.Evaluation;

return Commands.Run(args, Console.Out);
