using Mono.Cecil;

namespace ComplaintBot.House.Direction;

/// <summary>
/// Every type that a compiled type names: in signatures, attributes and method bodies, its own nested types (and so
/// lambdas, iterators and async bodies) included. Constants leave no trace in compiled code; the using directives are
/// looked at for those.
/// </summary>
internal sealed class UsedTypes
{
    private readonly Dictionary<string, TypeReference> used = new(StringComparer.Ordinal);

    private UsedTypes()
    {
    }

    public static IReadOnlyCollection<TypeReference> Of(TypeDefinition type)
    {
        var walk = new UsedTypes();
        walk.Walk(type);
        return walk.used.Values;
    }

    /// <summary>The namespace of a type, also of a nested one.</summary>
    public static string SpaceOf(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
            type = outer;
        return type.Namespace;
    }

    private void Walk(TypeDefinition type)
    {
        Add(type.BaseType);
        Add(type.Interfaces.Select(i => i.InterfaceType));
        Attributes(type);
        Generics(type);
        foreach (var field in type.Fields)
        {
            Add(field.FieldType);
            Attributes(field);
        }

        foreach (var property in type.Properties)
            Attributes(property);
        foreach (var method in type.Methods)
            Walk(method);
        foreach (var nested in type.NestedTypes)
            Walk(nested);
    }

    private void Walk(MethodDefinition method)
    {
        Add(method.ReturnType);
        Add(method.Parameters.Select(p => p.ParameterType));
        Attributes(method);
        Generics(method);
        foreach (var parameter in method.Parameters)
            Attributes(parameter);
        if (!method.HasBody)
            return;

        Add(method.Body.Variables.Select(v => v.VariableType));
        Add(method.Body.ExceptionHandlers.Select(h => h.CatchType));
        foreach (var instruction in method.Body.Instructions)
            Operand(instruction.Operand);
    }

    private void Operand(object? operand)
    {
        switch (operand)
        {
            case TypeReference type:
                Add(type);
                break;
            case FieldReference field:
                Add(field.DeclaringType);
                Add(field.FieldType);
                break;
            case MethodReference method:
                Add(method.DeclaringType);
                Add(method.ReturnType);
                Add(method.Parameters.Select(p => p.ParameterType));
                if (method is GenericInstanceMethod generic)
                    Add(generic.GenericArguments);
                break;
            case CallSite site:
                Add(site.ReturnType);
                Add(site.Parameters.Select(p => p.ParameterType));
                break;
        }
    }

    private void Attributes(ICustomAttributeProvider provider)
    {
        foreach (var attribute in provider.CustomAttributes)
        {
            Add(attribute.AttributeType);
            Add(attribute.ConstructorArguments.Select(a => a.Value).OfType<TypeReference>());
            Add(attribute.Properties.Select(p => p.Argument.Value).OfType<TypeReference>());
        }
    }

    private void Generics(IGenericParameterProvider provider) =>
        Add(provider.GenericParameters.SelectMany(p => p.Constraints).Select(c => c.ConstraintType));

    private void Add(IEnumerable<TypeReference?> types)
    {
        foreach (var type in types)
            Add(type);
    }

    private void Add(TypeReference? type)
    {
        switch (type)
        {
            case null or GenericParameter:
                break;
            case IModifierType modifier:
                Add(modifier.ModifierType);
                Add(modifier.ElementType);
                break;
            case GenericInstanceType generic:
                Add(generic.ElementType);
                Add(generic.GenericArguments);
                break;
            case FunctionPointerType pointer:
                Add(pointer.ReturnType);
                Add(pointer.Parameters.Select(p => p.ParameterType));
                break;
            case TypeSpecification wrapped:
                Add(wrapped.ElementType);
                break;
            default:
                used.TryAdd(type.FullName, type);
                break;
        }
    }
}
