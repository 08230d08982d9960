// The sample organization behind the network's seam: answers Admin API requests with invented data, without a network.
// Lives in the caller's thread; the clock must outlive it.
#pragma once

#include "app/api/httptransport.h"
#include "app/core/clock.h"

namespace tokenledger {

/// As the sample's `/me` answers it.
[[nodiscard]] QString sampleOrganizationName();

/// History is the same on every machine and never changes; only the present day, as the clock tells it, is partial.
class SampleTransport final : public HttpTransport {
public:
    explicit SampleTransport(Clock& clock);

    /// As strict as the server about the request; the key is not looked at.
    [[nodiscard]] HttpCall* get(const HttpRequest& request, const SecretBuffer& key, QObject* parent) override;

private:
    [[nodiscard]] HttpResponse answer(const HttpRequest& request);

    Clock& m_clock;
    int m_requests = 0;
};

}  // namespace tokenledger
