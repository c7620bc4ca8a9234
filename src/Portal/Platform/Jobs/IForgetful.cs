namespace Portal.Platform.Jobs;

/// <summary>Remembers only so that the next answer comes sooner. Every one of these is asked to forget when nobody is there (<see cref="QuietMinute"/>).</summary>
public interface IForgetful
{
    /// <summary>Lets go of everything remembered; whoever asks next has it read afresh.</summary>
    void Forget();
}
