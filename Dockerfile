# Three parts: what the program needs, the model prepared from it with torch, and the image that runs, which has no torch.

ARG PYTHON=python:3.11-slim-bookworm

FROM ${PYTHON} AS dependencies
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 \
    PIP_NO_CACHE_DIR=1 \
    PIP_ROOT_USER_ACTION=ignore
WORKDIR /build
COPY pyproject.toml constraints.txt ./
COPY scripts/requirements.py scripts/
# The environment is filled from outside, so that it holds no pip.
RUN python -m venv --without-pip /opt/partnerline \
    && python scripts/requirements.py > requirements.txt \
    && pip --python /opt/partnerline/bin/python install --constraint constraints.txt --requirement requirements.txt


FROM dependencies AS program
COPY README.md LICENSE ./
COPY src src
RUN pip --python /opt/partnerline/bin/python install --no-deps .


FROM dependencies AS model-tools
# Where torch is to come from: the README tells why that saves several GB. Without it, from where all the rest comes.
ARG PARTNERLINE_TORCH_INDEX=""
RUN if [ -n "$PARTNERLINE_TORCH_INDEX" ]; then \
      pip --python /opt/partnerline/bin/python install --no-deps --index-url "$PARTNERLINE_TORCH_INDEX" \
        "$(grep '^torch==' constraints.txt)"; \
    fi \
    && python scripts/requirements.py models > models.txt \
    && pip --python /opt/partnerline/bin/python install --constraint constraints.txt --requirement models.txt


FROM model-tools AS model
ARG PARTNERLINE_EMBEDDING_MODEL=all-MiniLM-L6-v2
ENV PARTNERLINE_MODELS=/models
COPY README.md LICENSE ./
COPY src src
# It runs as another user, who may read the model and not change it.
RUN pip --python /opt/partnerline/bin/python install --no-deps . \
    && PARTNERLINE_EMBEDDING_MODEL="$PARTNERLINE_EMBEDDING_MODEL" /opt/partnerline/bin/partnerline prepare \
    && chmod -R a+rX /models


FROM ${PYTHON}
ARG PARTNERLINE_EMBEDDING_MODEL=all-MiniLM-L6-v2
# Letters beyond western Europe's in a quote's PDF come from this font.
RUN apt-get update && apt-get install --yes --no-install-recommends fonts-dejavu-core && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 10001 --user-group --no-create-home --shell /usr/sbin/nologin partnerline \
    && install -d -o partnerline -g partnerline /state
COPY --from=program /opt/partnerline /opt/partnerline
COPY --from=model /models /models
ENV PATH=/opt/partnerline/bin:$PATH \
    ORT_DISABLE_TELEMETRY=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    PARTNERLINE_EMBEDDING_MODEL=${PARTNERLINE_EMBEDDING_MODEL} \
    PARTNERLINE_HOME=/state \
    PARTNERLINE_LIBRARY=/library \
    PARTNERLINE_MODELS=/models \
    PARTNERLINE_PORT=8080
USER 10001:10001
WORKDIR /state
VOLUME /state
EXPOSE 8080
# The library is read before the first answer, which takes minutes for a large one.
HEALTHCHECK --interval=30s --timeout=5s --start-period=15m --retries=3 \
    CMD ["python", "-c", "import http.client, os; c = http.client.HTTPConnection('127.0.0.1', int(os.environ['PARTNERLINE_PORT']), timeout=4); c.request('GET', '/health'); raise SystemExit(c.getresponse().status != 200)"]
CMD ["partnerline", "serve", "--host", "0.0.0.0"]
