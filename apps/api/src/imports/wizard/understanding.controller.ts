import { Body, Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires } from '../../platform/auth/access.js';
import { CurrentActor, type Actor } from '../../platform/auth/actor.js';
import { UuidParam } from '../../platform/http/params.js';
import { ApiIfMatch, IfMatch } from '../../platform/http/version.js';
import { AcceptCommand } from './commands/accept.command.js';
import { ChooseEncodingCommand } from './commands/choose-encoding.command.js';
import { CorrectCommand } from './commands/correct.command.js';
import { EncodingDto, ImportDto } from './dto/import.dto.js';
import { AcceptDto, CorrectDto, UnderstandingDto } from './dto/understanding.dto.js';
import { ImportsService } from './imports.service.js';

@ApiTags('imports')
@Controller('imports/:id')
@Requires('import.write')
export class UnderstandingController {
  constructor(
    private readonly imports: ImportsService,
    private readonly encodings: ChooseEncodingCommand,
    private readonly corrections: CorrectCommand,
    private readonly acceptances: AcceptCommand,
  ) {}

  @Get('understanding')
  @ApiOperation({ operationId: 'readUnderstanding', description: 'What was understood of the document.' })
  @ApiOkResponse({ type: UnderstandingDto })
  read(@UuidParam('id') id: string, @CurrentActor() actor: Actor): Promise<UnderstandingDto> {
    return this.imports.understanding(id, actor);
  }

  @Put('encoding')
  @ApiIfMatch()
  @ApiOperation({ operationId: 'chooseEncoding' })
  @ApiOkResponse({ type: ImportDto })
  choose(
    @UuidParam('id') id: string,
    @IfMatch() version: number,
    @Body() { encoding }: EncodingDto,
    @CurrentActor() actor: Actor,
  ): Promise<ImportDto> {
    return this.encodings.run(id, version, encoding, actor);
  }

  @Post('corrections')
  @HttpCode(200)
  @ApiIfMatch()
  @ApiOperation({ operationId: 'correctDocument' })
  @ApiOkResponse({ type: ImportDto })
  correct(
    @UuidParam('id') id: string,
    @IfMatch() version: number,
    @Body() body: CorrectDto,
    @CurrentActor() actor: Actor,
  ): Promise<ImportDto> {
    return this.corrections.run(id, version, body, actor);
  }

  @Delete('corrections/latest')
  @ApiIfMatch()
  @ApiOperation({ operationId: 'undoCorrection' })
  @ApiOkResponse({ type: ImportDto })
  undo(@UuidParam('id') id: string, @IfMatch() version: number, @CurrentActor() actor: Actor): Promise<ImportDto> {
    return this.corrections.undo(id, version, actor);
  }

  @Post('acceptances')
  @HttpCode(200)
  @ApiIfMatch()
  @ApiOperation({ operationId: 'acceptFindings' })
  @ApiOkResponse({ type: ImportDto })
  accept(
    @UuidParam('id') id: string,
    @IfMatch() version: number,
    @Body() body: AcceptDto,
    @CurrentActor() actor: Actor,
  ): Promise<ImportDto> {
    return this.acceptances.run(id, version, body, actor);
  }
}
