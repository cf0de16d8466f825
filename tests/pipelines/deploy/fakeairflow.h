// SPDX-License-Identifier: GPL-3.0-or-later
// FakeAirflow: an Airflow service that "reads" the files of a folder: what a real one does after
// some seconds, at the next question. For tests of a deploy without a server.
#pragma once

#include "core/servicehub.h"
#include "workflow/api/admin.h"
#include "workflow/api/dags.h"

#include <QFile>

namespace pilothouse::test
{

class FakeAirflow final : public workflow::Dags
{
public:
    QString folder;
    QString broken; // a trace: the import of every file fails with it
    int looks = 0; // questions until a new text is seen
    int hurried = 0;

    void join(ServiceHub& hub, ServiceConfig config)
    {
        m_runtime = &hub.runtime();
        AdapterDescriptor descriptor;
        descriptor.module = config.module = QString::fromLatin1("workflow");
        descriptor.tool = config.tool = QString::fromLatin1("fake-") + config.id;
        descriptor.make = [this](AdapterContext) {
            return std::make_unique<Fake>(*this);
        };
        auto all = hub.descriptors();
        all.push_back(descriptor);
        hub.setDescriptors(all);
        hub.add(std::move(config), {});
    }

    Call<List> list() override { return ready(List()); }
    Call<workflow::DagDetails> details(const QString& dag) override
    {
        workflow::DagDetails details;
        details.info.id = dag;
        return ready(details);
    }
    Call<std::vector<workflow::DagVersion>> versions(const QString&) override
    {
        return ready(std::vector<workflow::DagVersion>());
    }
    Call<workflow::DagSource> source(const QString& dag, int) override
    {
        QFile file(folder + QLatin1Char('/') + dag + QLatin1StringView(".py"));
        if (looks-- > 0 || !broken.isEmpty() || !file.open(QIODevice::ReadOnly))
            return Call<workflow::DagSource>::ready(*m_runtime, fail(Error::Kind::NotFound, dag));
        return ready(workflow::DagSource{QString::fromUtf8(file.readAll()), 0});
    }
    Call<std::vector<workflow::ImportError>> importErrors() override
    {
        std::vector<workflow::ImportError> errors;
        if (!broken.isEmpty())
            errors.push_back({folder + QLatin1StringView("/orders.py"), broken,
                QDateTime::currentDateTimeUtc().addSecs(1)});
        return ready(errors);
    }
    Act setPaused(const workflow::DagInfo&, bool) override { return {}; }
    Act parseAgain(const workflow::DagInfo&) override
    {
        ++hurried;
        return {};
    }

private:
    struct Fake final : Adapter {
        explicit Fake(FakeAirflow& airflow) { offer<workflow::Dags>(&airflow); }
        int connections() const override { return 0; }
    };

    template <class T>
    Call<T> ready(T value)
    {
        return Call<T>::ready(*m_runtime, std::move(value));
    }

    Runtime* m_runtime = nullptr;
};

} // namespace pilothouse::test
