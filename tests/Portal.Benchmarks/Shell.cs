using System.Diagnostics;
using System.Text;

namespace Portal.Benchmarks;

/// <summary>Runs other programs.</summary>
public static class Shell
{
    /// <summary>Waits for its end.</summary>
    /// <exception cref="InvalidOperationException">with its output, when it fails or takes longer than <paramref name="limit"/>.</exception>
    public static async Task<string> RunAsync(string program, IEnumerable<string> args, string folder, TimeSpan limit)
    {
        using var process = Start(program, args, folder, out var output);
        using var timeout = new CancellationTokenSource(limit);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"{program} took longer than {limit}: {output}");
        }
        // Waits for the last lines, too.
        process.WaitForExit();
        lock (output)
            return process.ExitCode == 0 ? output.ToString() : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {output}");
    }

    /// <summary>Waits for its end; what it says goes to the console. For programs whose helpers may outlive them and hold their output open.</summary>
    /// <exception cref="InvalidOperationException">when it fails or takes longer than <paramref name="limit"/>.</exception>
    public static async Task RunOpenlyAsync(string program, IEnumerable<string> args, string folder, TimeSpan limit)
    {
        using var process = Process.Start(new ProcessStartInfo(program, args) { UseShellExecute = false, WorkingDirectory = folder })!;
        using var timeout = new CancellationTokenSource(limit);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"{program} took longer than {limit}.");
        }
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }

    public static Process Start(string program, IEnumerable<string> args, string folder, out StringBuilder output)
    {
        var lines = output = new StringBuilder();
        void Keep(object sender, DataReceivedEventArgs line)
        {
            lock (lines) lines.AppendLine(line.Data);
        }
        var process = new Process
        {
            StartInfo = new(program, args) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder },
        };
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    public static bool Exists(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, program)));
}
