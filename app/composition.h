// The one place where concrete classes are chosen: real network or sample, real clock or a given present, keychain,
// price list.
#pragma once

#include "app/analysis/pricebook.h"
#include "app/api/adminclient.h"
#include "app/core/clock.h"
#include "app/profiles.h"
#include "app/secrets/secretstore.h"
#include "storage/ledgertypes.h"

#include <QUrl>

#include <memory>

namespace tokenledger {

class NetworkTransport;

/// What both programs' command lines decide.
struct Setup {
    QString profile;    // empty: the default one
    QString cachePath;  // empty: the profile's file in the platform's data folder
    QUrl baseUrl = AdminClient::defaultBaseUrl();
    QUrl proxy;  // empty: the settings', or the system's
    bool sample = false;
    QDateTime now;  // invalid: the machine's clock
};

class Composition {
public:
    explicit Composition(Setup setup);
    ~Composition();

    [[nodiscard]] const Setup& setup() const { return m_setup; }
    [[nodiscard]] Clock& clock() const { return *m_clock; }
    [[nodiscard]] SecretStore& secrets() const { return *m_secrets; }
    [[nodiscard]] Profiles& profiles() const { return *m_profiles; }
    /// The published prices, with the user's own list over them where there is one.
    [[nodiscard]] const PriceBook& prices() const { return m_prices; }
    /// The user's own list could not be used.
    [[nodiscard]] const std::optional<Error>& priceProblem() const { return m_priceProblem; }
    /// The present, and who runs the program.
    [[nodiscard]] Author author() const;
    [[nodiscard]] QString profileName() const;
    /// "<data folder>/tokenledger/<profile>.tokenledger", unless the setup names another.
    [[nodiscard]] QString cachePath() const;

    /// A client of the real server, or of the invented organization when the setup says so (the key is then unused).
    [[nodiscard]] std::unique_ptr<AdminClient> makeClient(SecretBuffer key, RetryPolicy policy = {}) const;
    [[nodiscard]] std::unique_ptr<AdminClient> makeSampleClient() const;

    /// Of the invented organization, today.
    [[nodiscard]] LedgerBeginning sampleBeginning() const;

    /// The proxy of the settings, from now on; the command line's goes before it. Empty: the system's.
    void setProxy(const QUrl& proxy) const;

private:
    Setup m_setup;
    std::unique_ptr<Clock> m_clock;
    std::unique_ptr<SecretStore> m_secrets;
    std::unique_ptr<Profiles> m_profiles;
    PriceBook m_prices;
    std::optional<Error> m_priceProblem;
    std::unique_ptr<NetworkTransport> m_network;
    std::unique_ptr<HttpTransport> m_sample;
};

}  // namespace tokenledger
