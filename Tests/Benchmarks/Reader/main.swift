import Foundation

// Does one stage of the work on files for as long as it is told to. The benchmarks talk to it as to every contestant:
//
//   look PATH                       → {"found": "205 figures"}
//   STAGE SECONDS PATH⇥PATH…        → {"files": 12, "seconds": 0.31, "peak_kib": 30212}
//
// A stage is one of Stage. The files are taken round and round, each whole round, until the seconds are over.

let stopwatch = try Stopwatch()
while let line = readLine() {
  let words = line.split(separator: " ", maxSplits: 2).map(String.init)
  if words.count == 2, words[0] == "look" {
    Answer.found(stopwatch.look(at: words[1])).send()
  } else if words.count == 3, let stage = Stage(rawValue: words[0]), let seconds = Double(words[1]) {
    let paths = words[2].split(separator: "\t").map(String.init)
    Answer.timed(try stopwatch.time(stage, paths, atLeast: seconds)).send()
  } else {
    Answer.refused("no such order: \(line)").send()
  }
}
