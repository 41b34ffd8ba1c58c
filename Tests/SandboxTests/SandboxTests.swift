import Sandbox
import Testing

@Suite struct SandboxTests {
}
