using System.Reflection;
using Microsoft.AspNetCore.Mvc.ApplicationParts;

namespace Portal.Platform.Web;

/// <summary>
/// Where MVC looks for controllers: among the public types, for it takes no other. Asked for all, as usual, the runtime would load every one,
/// and three in four are state machines and closures that the compiler made (see docs/entwicklung/tempo.md).
/// </summary>
internal sealed class PublicTypes(Assembly assembly) : ApplicationPart, IApplicationPartTypeProvider
{
    public override string Name => assembly.GetName().Name!;

    public IEnumerable<TypeInfo> Types => assembly.GetExportedTypes().Select(t => t.GetTypeInfo());

    /// <summary>Has MVC look here instead of in each assembly.</summary>
    public static void Instead(ApplicationPartManager manager)
    {
        foreach (var part in manager.ApplicationParts.OfType<AssemblyPart>().ToList()) manager.ApplicationParts[manager.ApplicationParts.IndexOf(part)] = new PublicTypes(part.Assembly);
    }
}
