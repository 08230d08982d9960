// Whether an Excel file holds all that was written into it. Pure function, any thread.
#pragma once

#include <QByteArray>

#include <cstdint>
#include <vector>

namespace tokenledger {

/// libxlsxwriter does not notice that a temporary file of it was cut by a full disk. `rowBytes`: of each sheet in its
/// order the length of its rows' XML; -1 where it is not known.
[[nodiscard]] bool holdsWholeSheets(const QByteArray& xlsx, const std::vector<std::int64_t>& rowBytes);

}  // namespace tokenledger
