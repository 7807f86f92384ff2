namespace ComplaintBot.House.Documents;

internal enum MarkdownPartKind
{
    Link,
    Code,
    Command,
}
