#include "app/sync/ledgerbeginning.h"

#include "app/core/async.h"

namespace tokenledger {

namespace {

Result<bool> isThere(const CacheReader& reader, const DefinitionChange& definition) {
    const auto versions = reader.definitionHistory(definition.kind, definition.name);
    if (!versions) return failure(versions.error());
    return !versions->empty();
}

Result<bool> store(CacheWriter& writer, const LedgerBeginning& beginning) {
    if (auto done = writer.storeDefinitions(beginning.definitions, beginning.tracking.author); !done) {
        return failure(done.error());
    }
    if (auto done = writer.storeTracking(beginning.tracking, beginning.records); !done) return failure(done.error());
    return true;
}

}  // namespace

void storeOnce(CacheService& cache, LedgerBeginning beginning, QObject* context,
               std::function<void(const Result<bool>& stored)> then) {
    const auto known = cache.read(
        [first = beginning.definitions.front()](const CacheReader& reader) { return isThere(reader, first); });
    whenDone(known, context,
             [&cache, beginning = std::move(beginning), context, then = std::move(then)](const Result<bool>& there) {
                 if (!there) return then(failure(there.error()));
                 if (*there) return then(false);
                 const auto stored = cache.write([beginning](CacheWriter& writer) { return store(writer, beginning); });
                 whenDone(stored, context, then);
             });
}

}  // namespace tokenledger
