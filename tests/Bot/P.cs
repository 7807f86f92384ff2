namespace Placeholder; public class P { [Xunit.Fact] public void Ok() { } }
