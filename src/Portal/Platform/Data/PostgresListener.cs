using Npgsql;

namespace Portal.Platform.Data;

/// <summary>
/// Hears what other nodes change that concerns the public or who may act. While the line is dead this node cannot know, and serves nothing it remembers.
/// </summary>
public sealed partial class PostgresListener(DatabaseSettings settings, PublicState state, ILogger<PostgresListener> log) : BackgroundService
{
    public const string Channel = "portal_public";

    /// <summary>What is said on the channel when no page changes, only who may act; otherwise nothing.</summary>
    public const string AccountsOnly = "accounts";

    private static readonly TimeSpan s_silence = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        state.IsCertain = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or System.Net.Sockets.SocketException or IOException or TimeoutException or InvalidOperationException && !stoppingToken.IsCancellationRequested)
            {
                state.IsCertain = false;
                LogLost(e.Message);
                await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken).ContinueWith(_ => { }, TaskScheduler.Default);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task ListenAsync(CancellationToken cancel)
    {
        var connectionString = new NpgsqlConnectionStringBuilder(settings.Verbindung) { Pooling = false, ApplicationName = "Portal (hört)" };
        await using var connection = new NpgsqlConnection(connectionString.ConnectionString);
        connection.Notification += (_, heard) =>
        {
            if (heard.Payload == AccountsOnly) state.RaiseAccounts();
            else state.Raise();
        };
        await connection.OpenAsync(cancel);
        await using var listen = new NpgsqlCommand($"LISTEN {Channel}", connection);
        await listen.ExecuteNonQueryAsync(cancel);
        // What happened while nobody listened is unknown: begin afresh.
        state.Raise();
        state.IsCertain = true;
        while (true)
        {
            // A line that is silently dead shows at the next question.
            if (await connection.WaitAsync(s_silence, cancel)) continue;
            await using var alive = new NpgsqlCommand("SELECT 1", connection) { CommandTimeout = 2 };
            await alive.ExecuteScalarAsync(cancel);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Die Verbindung, über die Änderungen anderer Knoten gemeldet werden, ist unterbrochen: {Reason}")]
    private partial void LogLost(string reason);
}
