using ComplaintBot.Evaluation;

return new Commands(Console.Out).Run(args);
