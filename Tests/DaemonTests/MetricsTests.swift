import Findings
import Testing

@testable import Daemon

struct MetricsTests {
  private func lines(_ metrics: Metrics, _ gauges: Metrics.Gauges = Metrics.Gauges()) -> [Substring] {
    metrics.text(with: gauges).split(separator: "\n")
  }

  @Test func `durations are counted up to each bound`() {
    var metrics = Metrics()
    for (second, duration) in [0.005, 0.01, 0.2, 45, 100].enumerated() { metrics.took(duration, at: second) }
    let text = lines(metrics)
    #expect(text.contains(#"nianbaod_duration_seconds_bucket{le="0.01"} 2"#))
    #expect(text.contains(#"nianbaod_duration_seconds_bucket{le="0.25"} 3"#))
    #expect(text.contains(#"nianbaod_duration_seconds_bucket{le="60.0"} 4"#))
    #expect(text.contains(#"nianbaod_duration_seconds_bucket{le="+Inf"} 5"#))
    #expect(text.contains("nianbaod_duration_seconds_count 5"))
    #expect(text.contains("nianbaod_last_success_timestamp_seconds 4"))
  }

  @Test func `a hostile name stays inside its label`() {
    var metrics = Metrics()
    metrics.add(Metrics.Outcome(verdict: .rejected, office: "a\"} 9\nforged 1\\"))
    #expect(lines(metrics).contains(#"nianbaod_outcomes_total{verdict="rejected",office="a\"} 9\nforged 1\\"} 1"#))
  }

  @Test func `names made up at random do not fill the monitoring`() {
    var metrics = Metrics()
    for number in 0..<(Metrics.mostOffices + 100) {
      metrics.add(Metrics.Outcome(verdict: .accepted, office: "office \(number)"))
    }
    metrics.add(Metrics.Outcome(verdict: .accepted, office: "office 1"))
    #expect(metrics.outcomes.count == Metrics.mostOffices + 1)
    #expect(metrics.outcomes[Metrics.Outcome(verdict: .accepted, office: Metrics.otherOffices)] == 100)
    #expect(metrics.outcomes[Metrics.Outcome(verdict: .accepted, office: "office 1")] == 2)
  }

  @Test func `every sample has its family above it`() {
    var metrics = Metrics()
    metrics.add(Metrics.Outcome(verdict: .held, office: nil))
    metrics.took(1, at: 1)
    var families: Set<Substring> = []
    for line in lines(metrics) {
      if line.hasPrefix("# TYPE ") {
        families.insert(line.split(separator: " ")[2])
      } else if !line.hasPrefix("#") {
        let name = line.prefix { $0 != "{" && $0 != " " }
        let family = ["_bucket", "_sum", "_count"].reduce(String(name)) { $0.replacing($1, with: "") }
        #expect(families.contains(Substring(family)), "\(line)")
      }
    }
    #expect(families.count == 10)
  }
}
