using Jembatan.Cli.Frame;

return await Host.RunAsync(args);
