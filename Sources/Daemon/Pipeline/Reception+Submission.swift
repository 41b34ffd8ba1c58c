import LinuxSystem
import Rendering
package import Rules
package import Spool
import SystemPackage

extension Reception {
  /// The reception of a submission: the folder it lay in, and the day in Beijing on which it was claimed.
  package init(of id: SubmissionID, from path: InboxPath) {
    self.init(
      folder: path.folder.components.map { String(decoding: $0.bytes, as: UTF8.self) },
      date: CivilDate(secondsSince1970: id.claimedAt.secondsSince1970))
  }
}

extension CivilDate {
  /// The day in Beijing.
  init(secondsSince1970 seconds: Int) {
    let time = CivilTime(secondsSince1970: seconds, offset: CivilTime.beijing)
    self.init(year: time.year, month: time.month, day: time.day)
  }
}
