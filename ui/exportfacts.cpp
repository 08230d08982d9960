#include "ui/exportfacts.h"

#include "app/core/async.h"
#include "app/core/texts.h"

namespace tokenledger {

namespace {

Result<ExportFacts> readFacts(const CacheReader& cache, bool pseudonyms) {
    const auto organization = organizationName(cache);
    if (!organization) return failure(organization.error());
    ExportFacts facts{*organization, std::nullopt};
    if (!pseudonyms) return facts;
    auto known = readPseudonyms(cache);
    if (!known) return failure(known.error());
    facts.pseudonyms = *std::move(known);
    return facts;
}

tl::unexpected<Error> organizationClosed() {
    return failure(ErrorKind::Cancelled, tr("The organization was closed meanwhile; nothing was exported."));
}

}  // namespace

void askExportFacts(Session& session, bool pseudonyms, QObject* context,
                    std::function<void(const Result<ExportFacts>&)> done) {
    const auto read = [pseudonyms](const CacheReader& cache) { return readFacts(cache, pseudonyms); };
    whenDone(
        session.ask(read), context,
        [session = QPointer<Session>(&session), pseudonyms, context, read, done](const Result<ExportFacts>& facts) {
            if (!facts || !pseudonyms || facts->pseudonyms) return done(facts);
            // Never without the pseudonyms that were asked for.
            if (session.isNull()) return done(organizationClosed());
            const auto make = [](CacheWriter& writer, const Author& by) {
                return writer.storeDefinitions({newPseudonymSecret()}, by);
            };
            whenDone(session->change(make), context, [session, context, read, done](const Result<void>& made) {
                if (!made) return done(failure(made.error()));
                if (session.isNull()) return done(organizationClosed());
                whenDone(session->ask(read), context, done);
            });
        });
}

ExportTarget exportTarget(const Session& session, const QString& path) {
    const bool readOnly = session.kind() == Session::Kind::ReadOnly;
    return {path, readOnly ? QString() : session.cachePath(), session.author()};
}

}  // namespace tokenledger
