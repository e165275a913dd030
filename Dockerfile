# crp-commission without a Python of one's own. It needs no network and writes only where it is told to:
#   docker build --tag crp-commission .
#   docker run --rm --network none --user "$(id -u):$(id -g)" --volume "$PWD:/papers" crp-commission check tender-pack
FROM python:3.13-slim AS build
COPY . /source
RUN python -m venv /opt/crp-commission \
 && /opt/crp-commission/bin/python -m pip install --no-cache-dir --disable-pip-version-check /source \
 && /opt/crp-commission/bin/python -m pip uninstall --yes pip

FROM python:3.13-slim
COPY --from=build /opt/crp-commission /opt/crp-commission
RUN useradd --create-home --uid 10001 commission
ENV PATH="/opt/crp-commission/bin:$PATH" \
    PYTHONDONTWRITEBYTECODE=1 \
    CRP_NO_CACHE=1
USER 10001
WORKDIR /papers
ENTRYPOINT ["crp-commission"]
CMD ["--help"]
