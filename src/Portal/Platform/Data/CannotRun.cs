namespace Portal.Platform.Data;

/// <summary>The program cannot do what it was told as it is set up. The message is the German sentence that the operator reads: what is wrong and how to mend it.</summary>
public sealed class CannotRun : Exception
{
    public CannotRun() { }
    public CannotRun(string message) : base(message) { }
    public CannotRun(string message, Exception inner) : base(message, inner) { }
}
