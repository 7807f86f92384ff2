using ComplaintBot.House.Source;

namespace ComplaintBot.House.Deploy;

/// <summary>
/// What <c>kubectl kustomize</c> and the cluster would find missing in a folder of manifests: files, what one manifest names of another,
/// labels that select nothing.
/// </summary>
internal static class KustomizeGuard
{
    private const string Overview = "kustomization.yaml";

    public static List<string> Offences(SourceTree tree, string folder)
    {
        if (tree.Find($"{folder}/{Overview}") is not { } overview) return [$"{folder} has no {Overview}."];
        var plan = YamlValue.Read(overview.Text);
        var listed = plan["resources"].Items.Select(item => item.Text).Concat(plan["configMapGenerator"].Items.SelectMany(map => map["envs"].Items).Select(item => item.Text)).ToList();
        var there = tree.Files.Where(file => file.Folder == folder && file.Name != Overview).Select(file => file.Name).ToList();
        var manifests = plan["resources"].Items.Select(item => tree.Find($"{folder}/{item.Text}")).Where(file => file is not null).Select(file => YamlValue.Read(file!.Text)).ToList();
        return
        [
            .. listed.Except(there).Select(name => $"{folder}/{Overview} lists {name}, which does not exist."),
            .. there.Except(listed).Select(name => $"{folder}/{Overview} does not list {name}."),
            .. Unnamed(manifests).Select(what => $"{folder}: {what}."),
            .. Unselected(manifests).Select(what => $"{folder}: {what}."),
        ];
    }

    /// <summary>All manifests of a kind.</summary>
    public static IEnumerable<YamlValue> Of(IEnumerable<YamlValue> manifests, string kind) => manifests.Where(one => one["kind"].Text == kind);

    private static IEnumerable<string> Unnamed(List<YamlValue> manifests)
    {
        var names = manifests.Select(one => $"{one["kind"].Text} {one["metadata.name"].Text}").ToHashSet();
        foreach (var twin in manifests.GroupBy(one => $"{one["kind"].Text} {one["metadata.name"].Text}").Where(same => same.Count() > 1)) yield return $"{twin.Key} is there twice";
        IEnumerable<string> needed =
        [
            .. Of(manifests, "Deployment").Select(one => $"ServiceAccount {one["spec.template.spec.serviceAccountName"].Text}"),
            .. Of(manifests, "HorizontalPodAutoscaler").Select(one => $"{one["spec.scaleTargetRef.kind"].Text} {one["spec.scaleTargetRef.name"].Text}"),
            .. Of(manifests, "Ingress").SelectMany(one => one.Everywhere()).Where(one => one.Name == "service").Select(one => $"Service {one.Value["name"].Text}"),
        ];
        foreach (var one in needed.Where(one => !names.Contains(one))) yield return $"{one} is named and not there";
        foreach (var ingress in Of(manifests, "Ingress"))
        {
            var (ruled, encrypted) = (ingress["spec.rules"].Items.Select(rule => rule["host"].Text).ToHashSet(), ingress["spec.tls"].Items.SelectMany(one => one["hosts"].Items).Select(host => host.Text).ToHashSet());
            if (!ruled.SetEquals(encrypted)) yield return $"Ingress {ingress["metadata.name"].Text} has rules and certificates for different hosts";
        }
    }

    private static IEnumerable<string> Unselected(List<YamlValue> manifests)
    {
        foreach (var deployment in Of(manifests, "Deployment"))
        {
            var pods = Labels(deployment["spec.template.metadata.labels"]);
            var ports = deployment["spec.template.spec.containers"].Items.SelectMany(one => one["ports"].Items).Select(port => port["name"].Text).ToHashSet();
            (string Who, HashSet<string> Labels)[] selecting =
            [
                ("Deployment", Labels(deployment["spec.selector.matchLabels"])),
                .. Of(manifests, "Service").Select(one => ("Service", Labels(one["spec.selector"]))),
                .. Of(manifests, "PodDisruptionBudget").Select(one => ("PodDisruptionBudget", Labels(one["spec.selector.matchLabels"]))),
                .. deployment["spec.template.spec.topologySpreadConstraints"].Items.Select(one => ("topologySpreadConstraints", Labels(one["labelSelector.matchLabels"]))),
            ];
            foreach (var (who, labels) in selecting)
                if (labels.Count == 0 || !labels.IsSubsetOf(pods)) yield return $"{who} selects no pods of Deployment {deployment["metadata.name"].Text}";
            foreach (var name in Ports(manifests, deployment).Where(name => !ports.Contains(name))) yield return $"the port {name} is named and not there";
            var mounted = deployment["spec.template.spec.containers"].Items.SelectMany(one => one["volumeMounts"].Items).Select(mount => mount["name"].Text).ToHashSet();
            if (!mounted.SetEquals(deployment["spec.template.spec.volumes"].Items.Select(volume => volume["name"].Text))) yield return "volumes and what is mounted differ";
        }
    }

    /// <summary>Ports of the pods that services and probes go by.</summary>
    private static IEnumerable<string> Ports(List<YamlValue> manifests, YamlValue deployment) =>
        Of(manifests, "Service").SelectMany(one => one["spec.ports"].Items).Select(port => port["targetPort"].Text)
            .Concat(deployment.Everywhere().Where(one => one.Name == "httpGet").Select(one => one.Value["port"].Text));

    private static HashSet<string> Labels(YamlValue labels) => [.. labels.Members.Select(label => $"{label.Name}={label.Value.Text}")];
}
