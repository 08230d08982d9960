// Stores what the invented organization laid down before anybody opened it, so that the pages of finance work show
// something.
// GUI thread, or that of the command line.
#pragma once

#include "storage/cacheservice.h"

#include <QObject>

namespace tokenledger {

/// Stores it in a cache that has never had one of the definitions; what was changed or removed since stays so. `then`
/// is called once: whether something was stored.
void storeOnce(CacheService& cache, LedgerBeginning beginning, QObject* context,
               std::function<void(const Result<bool>& stored)> then);

}  // namespace tokenledger
