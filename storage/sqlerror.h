// Where SQLite's errors become plain sentences: the boundary of the third-party exceptions.
#pragma once

#include "app/core/result.h"

#include <SQLiteCpp/Exception.h>
#include <exception>
#include <sqlite3.h>
#include <type_traits>

namespace tokenledger {

/// Kind Cache, but Cancelled for an interrupted query and Usage for a sum that does not fit 64 bits.
[[nodiscard]] Error cacheError(const SQLite::Exception& exception, const QString& path);

/// The error of an interrupted query.
[[nodiscard]] Error cancelledError();
/// The error of a sum that does not fit 64 bits.
[[nodiscard]] Error sumTooLargeError();

/// Runs `work() -> Result<T>`, turning SQLite's exceptions into its error.
template <typename Work>
[[nodiscard]] auto guarded(const QString& path, Work work) -> std::invoke_result_t<Work> {
    try {
        return work();
    } catch (const SQLite::Exception& exception) {
        return failure(cacheError(exception, path));
    } catch (const std::exception& exception) {
        // No memory, or a number in the file that makes no sense as the size of something.
        return failure(cacheError(SQLite::Exception(exception.what(), SQLITE_NOMEM), path));
    }
}

}  // namespace tokenledger
